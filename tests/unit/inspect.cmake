# What `inspect` reads, recognises and finds wrong in PDFs.
banxin_test(inspect_faults_test
    SOURCES inspect_faults_test.cpp ../pdf_editor.cpp
    DEPENDS banxin_inspect fmt::fmt)
target_compile_definitions(inspect_faults_test PRIVATE
    BANXIN_PROGRAM="$<TARGET_FILE:banxin>" POINTERHOLDER_TRANSITION=4)
add_dependencies(inspect_faults_test banxin)
banxin_test(inspect_formats_test
    SOURCES inspect_formats_test.cpp ../pdf_editor.cpp
    DEPENDS banxin_inspect fmt::fmt)
target_compile_definitions(inspect_formats_test PRIVATE
    BANXIN_PROGRAM="$<TARGET_FILE:banxin>" POINTERHOLDER_TRANSITION=4)
add_dependencies(inspect_formats_test banxin)
banxin_test(inspect_foreign_test
    SOURCES inspect_foreign_test.cpp
    DEPENDS banxin_inspect)
target_compile_definitions(inspect_foreign_test PRIVATE BANXIN_PROGRAM="$<TARGET_FILE:banxin>")
add_dependencies(inspect_foreign_test banxin)
banxin_test(inspect_preview_test
    SOURCES inspect_preview_test.cpp ../pdf_editor.cpp
    DEPENDS banxin_run_pdf banxin_test_support)
target_compile_definitions(inspect_preview_test PRIVATE
    BANXIN_PROGRAM="$<TARGET_FILE:banxin>" POINTERHOLDER_TRANSITION=4
    BANXIN_LOCALE="${PROJECT_BINARY_DIR}/pipeline/run/locale")
add_dependencies(inspect_preview_test banxin banxin_messages)
