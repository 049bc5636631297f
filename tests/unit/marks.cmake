# What marks are and how they stand together.
banxin_test(marks_test
    SOURCES half_width_marks_test.cpp mark_breaks_test.cpp mark_pairs_test.cpp
    DEPENDS banxin_lines banxin_test_shaped banxin_golden)
