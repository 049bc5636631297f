banxin_test(read_job_test SOURCES read_job_test.cpp DEPENDS banxin_read)
