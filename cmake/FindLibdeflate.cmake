# Libdeflate::Libdeflate, from libdeflate-dev.
include("${CMAKE_CURRENT_LIST_DIR}/SitrepFindLibrary.cmake")
sitrep_find_library(Libdeflate libdeflate.h deflate)
