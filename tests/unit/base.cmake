banxin_test(base_test
    SOURCES decimal_test.cpp length_test.cpp origin_test.cpp text_test.cpp yaml_reader_test.cpp
    DEPENDS banxin_base)
