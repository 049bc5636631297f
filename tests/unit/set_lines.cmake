banxin_test(set_lines_test
    SOURCES set_lines_test.cpp
    DEPENDS banxin_run banxin_test_support yaml-cpp)
