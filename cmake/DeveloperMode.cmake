# Flags that only developers want. Nothing here reaches a consumer of the installed libraries.
# sitrep_build_flags is for the libraries and the program, sitrep_test_flags for tests and for what runs while building.
add_library(sitrep_common_flags INTERFACE)
target_compile_features(sitrep_common_flags INTERFACE cxx_std_20)

# GCC 12 takes joined strings for overflows (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(sitrep_common_flags INTERFACE -Wno-stringop-overflow -Wno-restrict)
endif()
if(SITREP_DEVELOPER_MODE)
  target_compile_options(sitrep_common_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
endif()

# sitrep_flags(NAME [sanitizer ...])
function(sitrep_flags name)
  add_library(${name} INTERFACE)
  target_link_libraries(${name} INTERFACE sitrep_common_flags)
  if(SITREP_DEVELOPER_MODE AND SITREP_SANITIZE)
    list(TRANSFORM ARGN PREPEND -fsanitize=)
    target_compile_options(${name} INTERFACE
      ${ARGN} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${name} INTERFACE -fsanitize=${SITREP_SANITIZE})
  endif()
endfunction()

string(REPLACE "," ";" sanitizers "${SITREP_SANITIZE}")
sitrep_flags(sitrep_build_flags ${sanitizers})
# Checks for undefined behaviour take half as long as compiling, and tests are not what is tested.
list(REMOVE_ITEM sanitizers undefined)
sitrep_flags(sitrep_test_flags ${sanitizers})
