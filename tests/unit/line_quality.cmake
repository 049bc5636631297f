# The quality of lines in figures: the measure tested on faults made by hand, then long prose.
add_library(banxin_line_quality STATIC
    ${PROJECT_SOURCE_DIR}/tests/line_items.cpp ${PROJECT_SOURCE_DIR}/tests/line_quality.cpp)
target_link_libraries(banxin_line_quality PUBLIC banxin_shape PkgConfig::icu)

banxin_test(line_quality_test SOURCES line_quality_test.cpp DEPENDS banxin_line_quality)
banxin_test(line_prose_test
    SOURCES line_prose_test.cpp
    DEPENDS banxin_line_quality banxin_lines banxin_layout banxin_prose banxin_test_support)
