# What marks are and how they stand together.
banxin_test(marks_test
    SOURCES half_width_marks_test.cpp mark_breaks_test.cpp mark_pairs_test.cpp
    DEPENDS banxin_lines banxin_test_shaped banxin_golden)

# What users of other typesetters complain of.
banxin_test(complaints_test
    SOURCES complaints_in_pdf_test.cpp complaints_test.cpp
    DEPENDS banxin_layout banxin_lines banxin_pages banxin_pages_in_tests banxin_read
            banxin_test_shaped banxin_write_pdf)
