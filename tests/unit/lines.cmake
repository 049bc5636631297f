# Paragraphs shaped with the drawn fonts, for every test of layout.
add_library(banxin_test_shaped STATIC ${PROJECT_SOURCE_DIR}/tests/shaped.cpp)
target_link_libraries(banxin_test_shaped PUBLIC banxin_shape GTest::gtest)
target_compile_definitions(banxin_test_shaped PRIVATE BANXIN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

banxin_test(lines_test
    SOURCES classify_test.cpp shape_test.cpp lines_test.cpp
    DEPENDS banxin_lines banxin_test_shaped)
