# relata_embed_text(TARGET FILE SYMBOL)
#
# Compiles the text of FILE into TARGET as `const std::string_view relata::detail::SYMBOL`, so that
# an installed binary needs no path to it. A private header of the target declares the symbol.
function(relata_embed_text target file symbol)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} content)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include <string_view>

namespace relata::detail {
extern const std::string_view @symbol@;
constinit const std::string_view @symbol@ = R"relata(@content@)relata";
}  // namespace relata::detail
]])
  target_sources(${target} PRIVATE ${source})
endfunction()
