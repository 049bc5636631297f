banxin_test(compose_test
    SOURCES compose_form_test.cpp compose_test.cpp hand_written_numbers_test.cpp wording_test.cpp
    DEPENDS banxin_compose banxin_golden banxin_write_dump)
banxin_test(dump_test
    SOURCES dump_test.cpp
    DEPENDS banxin_write_dump)

banxin_test(run_test
    SOURCES run_test.cpp
    DEPENDS banxin_run_pdf)
target_compile_definitions(run_test PRIVATE
    BANXIN_LOCALE="${PROJECT_BINARY_DIR}/pipeline/run/locale")
add_dependencies(run_test banxin_messages)
