# Fails when a file of pipeline/ includes what its stage may not: cmake -DROOT=… -P includes.cmake
#
# A stage may include its own headers and the nouns of earlier stages. Verbs of several stages are
# called in run/ and run_pdf/ (and tests) only. Writers never include each other; base includes
# nothing of ours. What reads PDFs is called in run_pdf/ only: `banxin` is run/ without it.
cmake_minimum_required(VERSION 3.25)

set(stages base read layout score compose check shape lines tables pages inspect annotate)

set(nouns_of_read job own_number body_text workbook image)
set(nouns_of_layout layout head_layout line_rules signature_layout style table_layout)
set(nouns_of_score scorecard)
set(nouns_of_compose block_roles document)
set(nouns_of_shape shaped_document scaled_paragraph font_set character_class posture)
set(nouns_of_lines broken_paragraph)
set(nouns_of_tables placed_table)
set(nouns_of_pages paged_document)
set(nouns_of_inspect pdf_pages)
set(nouns_of_annotate page_notes)

# A cell's text and a page's paragraphs are set by the one line breaker, and a table is split where
# its page ends: these verbs are called by the stages that know the measure. A column is at least as
# wide as what the line breaker keeps together.
set(also_for_tables lines/break_lines lines/break_opportunities)
set(also_for_pages lines/break_lines tables/place_table)

# Words on a picture are drawn as those of a page's preview are, without the system's fonts.
set(also_for_annotate write/preview/glyph_outlines)

# The command line names a format before any PDF is read.
set(also_for_run inspect/document_format)
set(read_pdfs inspect annotate run_pdf)

function(check file stage included_stage included_name)
    if(stage STREQUAL included_stage OR stage STREQUAL "run_pdf")
        return()
    endif()
    if(stage STREQUAL "run" AND NOT included_stage IN_LIST read_pdfs)
        return()
    endif()
    set(allowed FALSE)
    if(NOT stage STREQUAL "base" AND included_stage STREQUAL "base")
        set(allowed TRUE)
    elseif("${included_stage}/${included_name}" IN_LIST also_for_${stage})
        set(allowed TRUE)
    elseif(included_name IN_LIST nouns_of_${included_stage})
        list(FIND stages "${included_stage}" included_index)
        if(stage MATCHES "^write/")
            set(allowed TRUE)
        else()
            list(FIND stages "${stage}" index)
            if(included_index LESS index)
                set(allowed TRUE)
            endif()
        endif()
    endif()
    if(NOT allowed)
        message(SEND_ERROR "${file}: ${stage} may not include ${included_stage}/${included_name}.hpp")
    endif()
endfunction()

file(GLOB_RECURSE files RELATIVE "${ROOT}/pipeline" "${ROOT}/pipeline/*.hpp" "${ROOT}/pipeline/*.cpp")
if(NOT files)
    message(FATAL_ERROR "there are no files below ${ROOT}/pipeline")
endif()
foreach(file IN LISTS files)
    string(REGEX MATCH "^(write/)?[^/]+" stage "${file}")
    file(STRINGS "${ROOT}/pipeline/${file}" includes REGEX "^ *# *include *\"")
    foreach(include IN LISTS includes)
        if(NOT include MATCHES "\"pipeline/((write/)?[a-z_]+)/([a-z0-9_]+)\\.(hpp|inc)\"")
            message(SEND_ERROR "${file}: ${include}: ours are included as \"pipeline/STAGE/NAME.hpp\"")
            continue()
        endif()
        check("${file}" "${stage}" "${CMAKE_MATCH_1}" "${CMAKE_MATCH_3}")
    endforeach()
endforeach()
