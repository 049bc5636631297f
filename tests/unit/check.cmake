banxin_test(check_test SOURCES check_test.cpp DEPENDS banxin_check)

# What `banxin check` says of inputs/: their known slips, and nothing else.
banxin_test(sample_slips_test SOURCES sample_slips_test.cpp DEPENDS banxin_base)
target_compile_definitions(sample_slips_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(sample_slips_test banxin)
