// For the test of includes.cmake: what reads PDFs, in the program that does not.
#include "pipeline/inspect/read_pdf.hpp"
