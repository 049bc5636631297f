# Fails when a message has no Chinese: cmake -DROOT=… -DPOT=… -P messages.cmake
#
# Collects the messages of the sources into POT and compares them with the Chinese catalogue.
cmake_minimum_required(VERSION 3.25)
find_program(XGETTEXT xgettext REQUIRED)
find_program(MSGCMP msgcmp REQUIRED)

file(GLOB sources "${ROOT}/pipeline/run/*.cpp" "${ROOT}/pipeline/run_pdf/*.cpp"
     "${ROOT}/pipeline/inspect/judge_*.cpp" "${ROOT}/pipeline/inspect/*.inc")
execute_process(
    COMMAND ${XGETTEXT} --language=C++ --from-code=UTF-8 --keyword=tr --keyword=N_
            --keyword=trn:1,2 -o "${POT}" ${sources} "${ROOT}/pipeline/base/diagnostic_codes.inc"
    ERROR_QUIET  # It warns of the Chinese column names in some English messages.
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(
    COMMAND ${MSGCMP} "${ROOT}/pipeline/run/locale/zh_CN.po" "${POT}"
    RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "translate what is listed above in pipeline/run/locale/zh_CN.po")
endif()
