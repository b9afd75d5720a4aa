# Flags that only developers want. Nothing here reaches a consumer of the installed libraries.
add_library(sitrep_build_flags INTERFACE)
target_compile_features(sitrep_build_flags INTERFACE cxx_std_20)

# GCC 12 takes joined strings for overflows (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(sitrep_build_flags INTERFACE -Wno-stringop-overflow -Wno-restrict)
endif()

if(SITREP_DEVELOPER_MODE)
  target_compile_options(sitrep_build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
  if(SITREP_SANITIZE)
    target_compile_options(sitrep_build_flags INTERFACE
      -fsanitize=${SITREP_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(sitrep_build_flags INTERFACE -fsanitize=${SITREP_SANITIZE})
  endif()
endif()
