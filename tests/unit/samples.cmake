# The whole program on inputs/, read back by other programs.
banxin_test(samples_test
    SOURCES samples_test.cpp
    DEPENDS banxin_base banxin_pages_in_tests)
target_compile_definitions(samples_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(samples_test banxin)

banxin_test(sample_forms_test
    SOURCES sample_forms_test.cpp
    DEPENDS banxin_base banxin_pages_in_tests)
target_compile_definitions(sample_forms_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(sample_forms_test banxin)
