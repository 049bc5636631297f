# The heads of official documents, read back by other programs.
banxin_test(official_document_test
    SOURCES official_document_test.cpp
    DEPENDS banxin_base banxin_pages_in_tests)
target_compile_definitions(official_document_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(official_document_test banxin)
