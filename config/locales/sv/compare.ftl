# Skillnaderna mellan två dagar eller två kataloger.

# Vems händer
hands-own = kommunen själv
hands-each = var kommun för sig
hands-nobody = ingen
hands-if = { $name } ({ $condition })
hands-only = bara { $names }
hands-also = också { $names }
hands-between = { $before } → { $after }
hands-other-cases = { $who }, i andra fall än förut

# Varför ett fynd är löst
why-succeeded = { $names } finns inte längre; { $successor } har tagit över.
why-ended = { $names } finns inte längre.
why-not-yet = { $names } finns inte ännu.
why-unknown = { $names } står inte i den andra katalogen.
why-no-service = { $n ->
    [one] Tjänsten finns inte.
   *[other] Ingen av tjänsterna finns.
 }
why-alone = { $n ->
    [one] Bara { $names } har det.
   *[other] På varje ställe har bara en det: { $names }.
 }
why-straight-one = Kedjan är borta: samtalet kommer fram på högst ett steg.
why-straight-all = Kedjan är borta: alla { $calls } samtal kommer fram på högst ett steg.
why-straight = Kedjan är borta: { $straight } av { $calls } samtal kommer fram på högst ett steg.
why-straight-some = Kedjan står inte längre i katalogen. Av { $calls } samtal kommer { $straight } fram på högst ett steg; för { $unknown } har ingen skrivit ner vart de går.
why-straight-unknown = Kedjan står inte längre i katalogen, men ingen har skrivit ner vart samtalen går nu.
why-straight-inferred-one = Kedjan står inte längre i katalogen. Enligt en allmän hänvisning kommer samtalet fram på högst ett steg.
why-straight-inferred-all = Kedjan står inte längre i katalogen. Enligt en allmän hänvisning kommer alla { $calls } samtal fram på högst ett steg.
why-straight-inferred = Kedjan står inte längre i katalogen. Av { $calls } samtal kommer { $straight } fram på högst ett steg, och { $inferred } till enligt en allmän hänvisning.
why-straight-some-inferred = Kedjan står inte längre i katalogen. Av { $calls } samtal kommer { $straight } fram på högst ett steg, och { $inferred } till enligt en allmän hänvisning; för { $unknown } har ingen skrivit ner vart de går.
why-entrance-one = Det finns en enda ingång.
why-entrance = { $one } av { $calls } samtal har en enda ingång.
why-somebody = { $names } har hand om det.
why-together = { $names } har det gemensamt.
why-agreed = Uppgifterna skiljer sig inte längre åt.
why-until = Enligt katalogen gällde det till och med { $day }.
why-from = Enligt katalogen gäller det från och med { $day }.
why-unwritten = Ingen har skrivit in det i den andra katalogen.
why-unseen = Katalogen visar inte varför.

# Vad ett fynd handlar om
subject-services = { $n ->
    [one] en tjänst
   *[other] { $n } tjänster
 }
