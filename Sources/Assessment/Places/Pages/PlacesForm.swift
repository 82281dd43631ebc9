import Charts
import DataFiles
import DataRegister
import Web
import Wording

/// Which years are looked at, and what is counted where crime gathers.
struct PlacesForm {
    let typed: PlacesQuestion.Typed
    let refusals: Refusals?

    var html: HTML {
        """
        <form class="period-form" method="get" action="/places">
        <div class="period-form__months">
        <fieldset class="field-group">
        <legend>Whole years, or a part of one</legend>
        <div class="field-row">
        \(Field("from", "First month", hint: "Like 2015-01", .month, value: typed.from, refusals: refusals).html)
        \(Field("to", "Last month", hint: "Like 2015-12", .month, value: typed.to, refusals: refusals).html)
        </div>
        </fieldset>
        <fieldset class="field-group">
        <legend>Where it gathers</legend>
        <div class="field-row">
        \(Field("measure", "What is counted", .choice(Self.types), value: typed.measure, refusals: refusals).html)
        \(Field(
            "by", "Compared by", .choice([.init("counts", "How many"), .init("rates", "For each 1,000 residents")]), value: typed.by,
            refusals: refusals
        ).html)
        </div>
        </fieldset>
        </div>
        \(Button("Show these").html)
        </form>
        """
    }

    private static let types: [Field.Choice] =
        [.init(CrimeMeasures.allCrime, "All crime")]
        + CrimeMeasures.types.map { .init($0.address, $0.name) }
}

/// Where crime gathers: the map and the table of clusters.
struct ClustersSection {
    let found: ClusterYears?
    let question: PlacesQuestion
    let canDraw: Bool
    let source: HTML

    var html: HTML {
        guard let found else {
            return """
                <h2 id="clusters">Clusters</h2>
                <p class="measure">Where much of it lies together can be told from a whole year of data, and the boundaries of ten small \
                areas or more\(question.isRate ? " with their residents" : ""). They are not all here.</p>
                """
        }
        let picture = question.address("/places/clusters.svg")
        let file = question.address("/places/clusters.csv")
        return """
            <h2 id="clusters">Clusters that persist, and those that come and go</h2>
            \(ChartFigure(
                id: "chart-clusters", found.chart.title, sentence: found.sentence, alternative: found.chart.sentence,
                pictures: canDraw
                    ? (wide: picture, narrow: question.address("/places/clusters.svg", width: "narrow")) : nil,
                table: assessmentTable(found.table(all: false), csv: file), citation: nil, size: .wide
            ).html)
            \(SummaryList([
                ("Persist", list(found.persisting)), ("Come and go", list(found.passing)),
                ("High among low", list(found.standing(.highAmongLow))),
                ("Low among high", list(found.standing(.lowAmongHigh))),
            ]).html)
            \(found.leftOut == 0 ? nil : "<p class=\"measure\">\(leftOut(found.leftOut))</p>" as HTML)
            \(Disclosure("How a cluster is found", "<p>\(ClusterYears.method)</p>", isHelp: true).html)
            """
    }

    private func leftOut(_ number: Int) -> String {
        "\(number.counted("small area has", "small areas have")) no boundary\(question.isRate ? " or no residents" : "") here, and "
            + "\(number == 1 ? "is" : "are") left out."
    }

    private func list(_ lines: [ClusterYears.Line]) -> HTML {
        guard !lines.isEmpty else { return "None" }
        return lines.enumerated().html { index, line in
            "\(index > 0 ? ", " : "")<a href=\"\(question.years(of: line.place.page))\">\(line.place.name)</a>"
        }
    }
}

/// In how few small areas half of each type lies.
struct ConcentrationSection {
    let found: TypeConcentration
    let question: PlacesQuestion

    var html: HTML {
        """
        <h2 id="concentration">How few hold half</h2>
        \(assessmentTable(found.table, csv: question.years(of: "/places/concentration.csv")).html)
        <p class="measure">\(TypeConcentration.note)</p>
        """
    }
}
