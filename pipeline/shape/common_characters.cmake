# Unihan's kTGH property → the 8,105 code points of 通用规范汉字表 (2013), one `0x4E00,` a line.
#
# Run by the build: cmake -D BZIP2=… -D UNIHAN=… -D OUTPUT=… -P common_characters.cmake
execute_process(
    COMMAND ${BZIP2} -dc ${UNIHAN}
    OUTPUT_FILE ${OUTPUT}.txt
    COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS ${OUTPUT}.txt entries ENCODING UTF-8 REGEX "^U\\+[0-9A-F]+\tkTGH\t")
file(REMOVE ${OUTPUT}.txt)
list(LENGTH entries count)
if(NOT count EQUAL 8105)
    message(FATAL_ERROR "${UNIHAN} lists ${count} characters as kTGH, not 8105")
endif()
list(TRANSFORM entries REPLACE "^U\\+([0-9A-F]+).*" "0x\\1,")
list(JOIN entries "\n" lines)
file(WRITE ${OUTPUT} "${lines}\n")
