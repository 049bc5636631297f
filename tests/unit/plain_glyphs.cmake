banxin_test(plain_glyphs_test
    SOURCES plain_glyphs_test.cpp
    DEPENDS banxin_prose banxin_test_shaped banxin_test_support)
