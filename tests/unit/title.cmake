banxin_test(title_test
    SOURCES title_test.cpp
    DEPENDS banxin_lines banxin_golden banxin_test_shaped)
