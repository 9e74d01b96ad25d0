// The page: its markup, style and scripts as compiled in, and the graph as data between them.
#include "relata/export/page_writer.hpp"

#include <array>
#include <string>

#include "export/page_data.hpp"
#include "export/page_parts.hpp"
#include "export/page_selection.hpp"
#include "relata/core/hash.hpp"

namespace relata {
namespace {

/// As a Content Security Policy names the one script or style that may be there.
std::string source_hash(std::string_view text) {
  return "'sha256-" + to_base64(sha256(text)) + "'";
}

/// `page` with the text in place of the one comment that names it.
void fill(std::string& page, std::string_view name, std::string_view text) {
  const std::string mark = "{{" + std::string(name) + "}}";
  page.replace(page.find(mark), mark.size(), text);
}

std::string join_scripts() {
  constexpr std::array kParts = {&detail::kPageZoomJs,     &detail::kPageModelJs,
                                 &detail::kPageShapesJs,   &detail::kPagePictureJs,
                                 &detail::kPageElementsJs, &detail::kPageRowsJs,
                                 &detail::kPageDetailsJs,  &detail::kPagePanelJs,
                                 &detail::kPageFiltersJs,  &detail::kPageMainJs};
  std::string script = "\n";
  for (const std::string_view* part : kParts) script += *part;
  return script;
}

}  // namespace

PageContent write_page(const EntityGraph& graph, const ExportOptions& options,
                       const PageMerges& merges, const PageLimits& limits, ByteSink& out) {
  const detail::PageSelection selection = detail::select_for_page(graph.graph, limits);
  const std::string style = "\n" + std::string(detail::kPageCss);
  const std::string script = join_scripts();
  std::string page(detail::kPageHtml);
  fill(page, "policy",
       "default-src 'none'; script-src " + source_hash(script) + "; style-src " +
           source_hash(style) + "; img-src data:; base-uri 'none'; " +
           "form-action 'none'; require-trusted-types-for 'script'; " + "trusted-types 'none'");
  fill(page, "style", style);
  fill(page, "script", script);
  const std::string mark = "{{data}}";
  const std::size_t data = page.find(mark);
  out.write(std::string_view(page).substr(0, data));
  out.write(detail::write_page_data(graph, selection, options, merges, limits));
  out.write(std::string_view(page).substr(data + mark.size()));
  return {selection.nodes.size(), boost::num_vertices(graph.graph), selection.edges.size(),
          boost::num_edges(graph.graph)};
}

}  // namespace relata
