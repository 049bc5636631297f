banxin_test(font_set_test
    SOURCES font_set_test.cpp installed_fonts_test.cpp
    DEPENDS banxin_shape)
