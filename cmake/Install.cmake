message(STATUS "none yet")
