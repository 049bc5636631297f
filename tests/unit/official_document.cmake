# The heads of official documents, read back by other programs.
foreach(test official_document_test joint_documents_test special_formats_test)
    banxin_test(${test}
        SOURCES ${test}.cpp
        DEPENDS banxin_base banxin_pages_in_tests)
    target_compile_definitions(${test} PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
    add_dependencies(${test} banxin)
endforeach()
