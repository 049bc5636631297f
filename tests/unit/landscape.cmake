banxin_test(landscape_pages_test
    SOURCES landscape_pages_test.cpp
    DEPENDS banxin_pages banxin_write_pdf banxin_pages_in_tests)
