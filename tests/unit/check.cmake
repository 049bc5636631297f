banxin_test(check_test
    SOURCES check_tables_test.cpp check_test.cpp check_words_test.cpp
    DEPENDS banxin_check)

# What `banxin check` says of inputs/: their known slips, and nothing else. What the READMEs say
# that it reports.
banxin_test(sample_slips_test
    SOURCES check_examples_test.cpp sample_slips_test.cpp
    DEPENDS banxin_base)
target_compile_definitions(sample_slips_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(sample_slips_test banxin)
