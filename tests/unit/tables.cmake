add_library(banxin_table_builder STATIC table_builder.cpp)
target_link_libraries(banxin_table_builder PUBLIC banxin_options banxin_base PkgConfig::harfbuzz)

# Small tables with goldens, and pictures of them in the build folder.
banxin_test(table_cases_test
    SOURCES table_cases.cpp table_cases_test.cpp table_drawing.cpp
    DEPENDS banxin_tables banxin_table_builder banxin_golden fmt::fmt)
target_compile_definitions(table_cases_test
    PRIVATE BANXIN_BINARY_DIR="${CMAKE_CURRENT_BINARY_DIR}")

banxin_test(tables_test
    SOURCES place_table_test.cpp column_widths_test.cpp place_table_property_test.cpp
            random_table.cpp fit_table_test.cpp table_break_property_test.cpp table_rules_test.cpp
    DEPENDS banxin_tables banxin_table_builder)
