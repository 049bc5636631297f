banxin_test(pages_test
    SOURCES pages_test.cpp table_pages_test.cpp
    DEPENDS banxin_pages banxin_layout banxin_test_shaped)
