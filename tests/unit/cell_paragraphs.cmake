banxin_test(cell_paragraphs_test
    SOURCES cell_paragraphs_test.cpp
    DEPENDS banxin_tables banxin_test_shaped)
