# Documents of many lengths, read back by other programs.
banxin_test(page_fit_test
    SOURCES page_fit_test.cpp imprint_test.cpp separate_annex_test.cpp
    DEPENDS banxin_base banxin_pages_in_tests)
target_compile_definitions(page_fit_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(page_fit_test banxin)
