#include "cli/choices.hpp"

namespace relata {

std::string_view to_string(Command command) { return name_of(kCommands, command); }
std::string_view to_string(InputFormat format) { return name_of(kFormats, format); }
std::string_view to_string(LanguagePolicy policy) { return name_of(kLanguages, policy); }
std::string_view to_string(NodeSelection selection) { return name_of(kNodes, selection); }
std::string_view to_string(NodeSize size) { return name_of(kNodeSizes, size); }
std::string_view to_string(SpellSource source) { return name_of(kSpellSources, source); }
std::string_view to_string(GexfVersion version) { return name_of(kGexfVersions, version); }
std::string_view to_string(GraphmlFlavour flavour) { return name_of(kGraphmlFlavours, flavour); }

}  // namespace relata
