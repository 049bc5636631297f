banxin_test(font_set_test
    SOURCES font_set_test.cpp installed_fonts_test.cpp
    DEPENDS banxin_test_support)
banxin_test(preview_test
    SOURCES preview_test.cpp preview_agrees_test.cpp
    DEPENDS banxin_write_pdf banxin_write_preview banxin_pages_in_tests)
