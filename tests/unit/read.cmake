banxin_test(read_job_test SOURCES read_job_test.cpp DEPENDS banxin_read)
banxin_test(read_test
    SOURCES read_body_text_test.cpp read_workbook_test.cpp
    DEPENDS banxin_read)
