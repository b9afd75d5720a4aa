#ifdef __GNUC__
// Of std::regex inside Catch's main, which GCC 12 warns about under sanitizers.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#define CATCH_CONFIG_MAIN
#include "support/catch.hpp"
