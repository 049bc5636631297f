banxin_test(dump_test
    SOURCES dump_test.cpp
    DEPENDS banxin_write_dump)
