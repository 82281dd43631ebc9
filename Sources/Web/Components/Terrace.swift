/// The house's motif: a terrace of ten households, as many as once stood pledge for one another in a frankpledge. It is
/// drawn in the partnership's own colour and stands on the line below it. It says nothing, so nobody has to hear it.
public struct Terrace: Sendable {
    public init() {}

    public var html: HTML {
        """
        <svg class="terrace" viewBox="0 0 560 170" aria-hidden="true" focusable="false">
        <path class="terrace__far" d="M0 170V132q60-26 128-10t130-18 150 4 152-8v70z"/>
        <g class="terrace__walls">
        <path d="M6 170V112l26-22 26 22v58"/>
        <path d="M58 170V98h44v72M54 98l26-20 26 20M88 84V68h8v22"/>
        <path d="M106 170V122h52v48M102 122h60M110 122l6-16h32l6 16"/>
        <path d="M162 170V84l30-26 30 26v86M208 72V50h9v30"/>
        <path d="M222 170V110h46v60M218 110h54M222 110V96h46v14"/>
        <path d="M272 170V72h36v98M268 72l22-34 22 34M290 38V20"/>
        <path d="M312 170V116l28-22 28 22v54"/>
        <path d="M368 170V92h52v78M364 92l30-24 30 24M376 82V64h8v12"/>
        <path d="M424 170V76h54v94M420 76h62M424 76V64h54v12"/>
        <path d="M482 170V118l34-28 34 28v52"/>
        </g>
        <g class="terrace__doors">
        <path d="M18 170v-26h14v26M64 170v-28h13v28M138 170v-26h13v26M184 170v-32h16v32M228 170v-28h13v28"/>
        <path d="M282 170v-30a8 8 0 0 1 16 0v30M320 170v-26h13v26M400 170v-28h13v28M443 170v-26h16v26M522 170v-28h14v28"/>
        </g>
        <path class="terrace__lit" d="M38 122h10v12H38zM84 110h10v12H84zM116 132h14v12h-14zM174 96h10v13h-10zM248 122h12v13h-12z\
        M285 88h10v14h-10zM346 126h10v12h-10zM376 104h10v13h-10zM434 90h10v12h-10zM498 126h12v12h-12z"/>
        <path class="terrace__dark" d="M84 132h10v12H84zM200 96h10v13h-10zM248 146h12v13h-12zM285 112h10v14h-10zM402 104h10v13h-10z\
        M376 132h10v13h-10zM458 90h10v12h-10zM434 114h10v12h-10zM458 114h10v12h-10z"/>
        </svg>
        """
    }
}
