banxin_test(write_pdf_test
    SOURCES cff_font_test.cpp cff_subset_test.cpp pdf_syntax_test.cpp
            write_pdf_navigation_test.cpp write_pdf_test.cpp write_pdf_text_test.cpp
    DEPENDS banxin_write_pdf banxin_pages_in_tests PkgConfig::freetype)
banxin_test(images_in_pdf_test
    SOURCES images_in_pdf_test.cpp
    DEPENDS banxin_write_pdf banxin_write_preview banxin_pages_in_tests)
