// For the test of includes.cmake: base must include nothing of the stages.
#include "pipeline/read/job.hpp"
