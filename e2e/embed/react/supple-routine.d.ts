import type { HTMLAttributes, RefAttributes } from "react";
import type { SuppleProps, SuppleRoutine } from "supple-routine";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "supple-routine": SuppleProps & HTMLAttributes<SuppleRoutine> & RefAttributes<SuppleRoutine>;
    }
  }
}
