# Standard headers that nearly every source includes and that are slow to read. A source still includes
# what it uses: -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON builds without them.
set(SITREP_PRECOMPILED_HEADERS
  <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory> <optional> <span> <string>
  <string_view> <unordered_map> <utility> <variant> <vector>)

# sitrep_precompile_headers(TARGET [header ...]): those, and others that many sources of the target share.
function(sitrep_precompile_headers target)
  target_precompile_headers(${target} PRIVATE ${SITREP_PRECOMPILED_HEADERS} ${ARGN})
endfunction()
