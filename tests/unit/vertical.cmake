banxin_test(vertical_test
    SOURCES label_columns_test.cpp vertical_pages_test.cpp vertical_paragraph_test.cpp
    DEPENDS banxin_pages banxin_write_dump banxin_write_pdf banxin_write_preview banxin_golden
            banxin_pages_in_tests banxin_table_builder banxin_test_shaped)
