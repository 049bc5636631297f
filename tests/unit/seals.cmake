# Signatures with seals and stamps: planned for random names, and in finished PDFs.
banxin_test(signature_plan_test
    SOURCES signature_plan_test.cpp
    DEPENDS banxin_pages banxin_layout banxin_test_shaped)
banxin_test(read_image_test
    SOURCES read_image_test.cpp
    DEPENDS banxin_read)
target_include_directories(read_image_test SYSTEM PRIVATE ${rsvg_INCLUDE_DIRS})
banxin_test(seals_test
    SOURCES attachments_test.cpp made_document.cpp seals_test.cpp
    DEPENDS banxin_base banxin_pages_in_tests)
target_compile_definitions(seals_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(seals_test banxin)
