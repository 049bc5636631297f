# Every format as other programs read it.
banxin_test(acceptance_test
    SOURCES acceptance_test.cpp
    DEPENDS banxin_base banxin_pages_in_tests)
target_compile_definitions(acceptance_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(acceptance_test banxin)
