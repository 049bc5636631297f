// For the test of includes.cmake: a verb of another stage.
#include "pipeline/shape/shape.hpp"
