// For the test of includes.cmake: a writer that includes another.
#include "pipeline/write/preview/write_preview.hpp"
