add_library(banxin_table_builder STATIC table_builder.cpp)
target_link_libraries(banxin_table_builder PUBLIC banxin_options banxin_base PkgConfig::harfbuzz)

banxin_test(tables_test
    SOURCES place_table_test.cpp column_widths_test.cpp place_table_property_test.cpp
            fit_table_test.cpp table_rules_test.cpp
    DEPENDS banxin_tables banxin_table_builder)
